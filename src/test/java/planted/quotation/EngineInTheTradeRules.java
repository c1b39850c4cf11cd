package planted.quotation;

import org.camunda.bpm.engine.RuntimeService;

/** Planted: a trade rule that knows the engine. */
class EngineInTheTradeRules {

    RuntimeService runtime;
}
