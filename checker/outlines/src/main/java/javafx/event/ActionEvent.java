package javafx.event;

/** Outline of JavaFX's {@code ActionEvent}. */
public class ActionEvent extends Event {}
