package io.tradeflow.exchange;

import java.time.Instant;

/**
 * A file on its way in.
 *
 * @param rowCount rows in the file, the header and blank lines left out
 * @param checked how many were looked at so far
 * @param imported how many are being brought in; they count only once all of them are
 * @param fresh rows that are not there yet
 * @param changed rows that change what is there
 * @param unchanged rows that say what is there already
 * @param wrong rows in error
 * @param stopAskedBy who wanted the work on it to stop; null where nobody did
 * @param note what to know before answering, as that the house has changed since the check; null where nothing is
 */
public record ImportFile(
        long id,
        String kind,
        String fileName,
        Status status,
        int rowCount,
        int checked,
        int imported,
        int fresh,
        int changed,
        int unchanged,
        int wrong,
        String uploadedBy,
        Instant uploadedAt,
        Instant finishedAt,
        String stopAskedBy,
        String note) {

    public enum Status {
        /** Is being looked at. */
        CHECKING,
        /** Something is wrong in it: nothing of it comes in. */
        REFUSED,
        /** Waits for somebody to say yes. */
        READY,
        /** Is being brought in. */
        IMPORTING,
        DONE,
        /** Nobody wanted it. */
        DISCARDED,
        /** Was stopped while it was looked at or brought in: nothing of it has come in. */
        CANCELLED
    }

    public boolean isUnderWay() {
        return status == Status.CHECKING || status == Status.IMPORTING;
    }

    public boolean isBeingStopped() {
        return isUnderWay() && stopAskedBy != null;
    }

    /** How far it is in percent of the work at hand. */
    public int percent() {
        int done = status == Status.CHECKING ? checked : imported;
        return rowCount == 0 ? 0 : (int) (100L * done / rowCount);
    }
}
