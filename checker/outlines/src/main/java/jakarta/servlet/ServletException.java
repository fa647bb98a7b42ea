package jakarta.servlet;

/** Outline of Jakarta Servlet's {@code ServletException}. */
public class ServletException extends Exception {
  public ServletException() {}

  public ServletException(String text) {}

  public ServletException(String text, Throwable throwable) {}

  public ServletException(Throwable throwable) {}
}
