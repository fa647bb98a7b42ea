package jakarta.servlet;

/** Outline of Jakarta Servlet's {@code ServletRequest}. */
public interface ServletRequest {
  Object getAttribute(String text);

  String getParameter(String text);

  void setAttribute(String text, Object object);

  AsyncContext startAsync() throws IllegalStateException;
}
