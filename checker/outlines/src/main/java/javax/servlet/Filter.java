package javax.servlet;

import java.io.IOException;

/** Outline of Java EE's {@code Filter}. */
public interface Filter {
  void doFilter(
      ServletRequest servletRequest, ServletResponse servletResponse, FilterChain filterChain)
      throws IOException, ServletException;
}
