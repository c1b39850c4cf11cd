package planted.engine;

/** Stands for the engine room's surface. */
public class Engine {}
