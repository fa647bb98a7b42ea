package jakarta.servlet;

/** Outline of Jakarta Servlet's {@code Servlet}. */
public interface Servlet {
  void init(ServletConfig servletConfig) throws ServletException;

  void destroy();
}
