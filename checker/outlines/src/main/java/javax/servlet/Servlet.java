package javax.servlet;

/** Outline of Java EE's {@code Servlet}. */
public interface Servlet {
  void init(ServletConfig servletConfig) throws ServletException;

  void destroy();
}
