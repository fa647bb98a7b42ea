package javax.servlet;

/** Outline of Java EE's {@code AsyncContext}. */
public interface AsyncContext {
  ServletRequest getRequest();

  ServletResponse getResponse();

  void complete();

  void start(Runnable runnable);
}
