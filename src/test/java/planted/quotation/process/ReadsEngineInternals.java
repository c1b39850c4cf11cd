package planted.quotation.process;

import org.camunda.bpm.engine.impl.identity.Authentication;

/** Planted: relies on what the engine keeps to itself. */
class ReadsEngineInternals {

    String userOf(Authentication signedIn) {
        return signedIn.getUserId();
    }
}
