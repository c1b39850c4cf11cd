package io.tradeflow.dispatch;

/** How vehicles are numbered in India, for rooms that ask for one. */
public final class Vehicles {

    private Vehicles() {}

    /** In capitals without spaces and hyphens; null for nothing. */
    public static String normal(String typed) {
        return HandOverCheck.vehicle(typed);
    }

    /** Whether this, as {@link #normal} gives it, is a registration mark. */
    public static boolean isNumber(String normal) {
        return HandOverCheck.isVehicle(normal);
    }
}
