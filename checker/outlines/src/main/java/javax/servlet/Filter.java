package javax.servlet;

import java.io.IOException;

/** Outline of Java EE's {@code Filter}. */
public interface Filter {
  default void init(FilterConfig filterConfig) throws ServletException {
    throw new UnsupportedOperationException();
  }

  void doFilter(
      ServletRequest servletRequest, ServletResponse servletResponse, FilterChain filterChain)
      throws IOException, ServletException;

  default void destroy() {
    throw new UnsupportedOperationException();
  }
}
