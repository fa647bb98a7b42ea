package jakarta.servlet.http;

/** Outline of Jakarta Servlet's {@code HttpSession}. */
public interface HttpSession {
  String getId();

  Object getAttribute(String text);

  void setAttribute(String text, Object object);

  void removeAttribute(String text);

  void invalidate();
}
