package javafx.event;

/** Fake of JavaFX's event. */
public class ActionEvent {}
