package javafx.beans.value;

/** Outline of JavaFX's {@code ChangeListener}. */
public interface ChangeListener<T> {
  void changed(ObservableValue<? extends T> observableValue, T value, T value2);
}
