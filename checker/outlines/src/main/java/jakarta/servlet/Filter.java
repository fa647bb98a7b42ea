package jakarta.servlet;

import java.io.IOException;

/** Outline of Jakarta Servlet's {@code Filter}. */
public interface Filter {
  void doFilter(
      ServletRequest servletRequest, ServletResponse servletResponse, FilterChain filterChain)
      throws IOException, ServletException;
}
