package io.tradeflow.approval;

/** Who is away has changed; published in the transaction that changed it. @param recorded the new absence, null for a cancelled one */
public record AbsencesChanged(Absence recorded) {}
