package javax.servlet.http;

/** Outline of Java EE's {@code HttpSession}. */
public interface HttpSession {
  String getId();

  Object getAttribute(String text);

  void setAttribute(String text, Object object);

  void removeAttribute(String text);

  void invalidate();
}
