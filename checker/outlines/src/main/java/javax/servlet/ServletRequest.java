package javax.servlet;

/** Outline of Java EE's {@code ServletRequest}. */
public interface ServletRequest {
  Object getAttribute(String text);

  String getParameter(String text);

  void setAttribute(String text, Object object);

  AsyncContext startAsync() throws IllegalStateException;
}
