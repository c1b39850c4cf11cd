package io.tradeflow.einvoice;

import io.tradeflow.document.RegistrationPrint;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A registration as its document prints it. */
final class Registrations {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.of("Asia/Kolkata"));

    private Registrations() {}

    static RegistrationPrint printed(EInvoice registered) {
        return new RegistrationPrint(
                registered.irn(),
                registered.acknowledgement().number(),
                moment(registered.acknowledgement().at()),
                registered.acknowledgement().signedQrCode(),
                registered.cancellation() == null
                        ? null
                        : moment(registered.cancellation().at()));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
