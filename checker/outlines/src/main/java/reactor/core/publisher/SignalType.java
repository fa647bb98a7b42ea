package reactor.core.publisher;

/** Outline of Reactor 3's {@code SignalType}. */
public enum SignalType {
  SUBSCRIBE,
  REQUEST,
  CANCEL,
  ON_SUBSCRIBE,
  ON_NEXT,
  ON_ERROR,
  ON_COMPLETE,
  AFTER_TERMINATE,
  CURRENT_CONTEXT,
  ON_CONTEXT;
}
