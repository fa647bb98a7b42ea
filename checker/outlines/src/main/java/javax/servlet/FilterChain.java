package javax.servlet;

import java.io.IOException;

/** Outline of Java EE's {@code FilterChain}. */
public interface FilterChain {
  void doFilter(ServletRequest servletRequest, ServletResponse servletResponse)
      throws IOException, ServletException;
}
