package javax.servlet;

/** Outline of Java EE's {@code ServletContext}. */
public interface ServletContext {
  String getInitParameter(String text);

  Object getAttribute(String text);

  void setAttribute(String text, Object object);

  void removeAttribute(String text);
}
