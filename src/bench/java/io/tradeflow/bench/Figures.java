package io.tradeflow.bench;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * All that a run measured.
 *
 * @param load of the machine just before measuring
 * @param floor empty where it was not asked for
 * @param instances process instances per journey, called ones and mails included
 * @param statements empty where counting was not asked for
 */
record Figures(
        ZonedDateTime at,
        String machine,
        double load,
        int warmUp,
        List<Load.Result> program,
        List<Load.Result> floor,
        double instances,
        double floorInstances,
        Optional<Statements> statements) {}
