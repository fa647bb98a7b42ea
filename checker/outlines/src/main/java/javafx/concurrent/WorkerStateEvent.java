package javafx.concurrent;

import javafx.event.Event;

/** Outline of JavaFX's {@code WorkerStateEvent}. */
public class WorkerStateEvent extends Event {}
