package javafx.beans.value;

/** Outline of JavaFX's {@code ObservableValue}. */
public interface ObservableValue<T> {
  void addListener(ChangeListener<? super T> changeListener);

  T getValue();
}
