package planted.quotation;

import java.time.LocalDate;

/** Planted: looks at its own watch. */
class OwnWatch {

    LocalDate today() {
        return LocalDate.now();
    }
}
