package io.tradeflow.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What the figures were taken on. */
final class Machine {

    private Machine() {}

    static String describe(String postgres) {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        long bytes =
                system instanceof com.sun.management.OperatingSystemMXBean hardware ? hardware.getTotalMemorySize() : 0;
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB memory, %s %s, Java %s (%s), PostgreSQL %s with fsync on",
                system.getAvailableProcessors(),
                Math.round(bytes / 1e9),
                system.getName(),
                system.getArch(),
                Runtime.version(),
                System.getProperty("java.vm.name"),
                postgres);
    }

    /** Of the last minute; what else ran beside. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
