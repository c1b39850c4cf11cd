package planted.quotation;

/** Planted: a trade rule that talks to the engine room instead of leaving it to its process package. */
class EngineRoomFromTheTradeRules {

    planted.engine.Engine engine;
}
