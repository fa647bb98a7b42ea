package jakarta.servlet;

import java.io.IOException;

/** Outline of Jakarta Servlet's {@code FilterChain}. */
public interface FilterChain {
  void doFilter(ServletRequest servletRequest, ServletResponse servletResponse)
      throws IOException, ServletException;
}
