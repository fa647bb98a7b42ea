package jakarta.servlet;

/** Outline of Jakarta Servlet's {@code AsyncContext}. */
public interface AsyncContext {
  ServletRequest getRequest();

  ServletResponse getResponse();

  void complete();

  void start(Runnable runnable);
}
