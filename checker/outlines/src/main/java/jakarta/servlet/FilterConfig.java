package jakarta.servlet;

import java.util.Enumeration;

/** Outline of Jakarta Servlet's {@code FilterConfig}. */
public interface FilterConfig {
  String getFilterName();

  ServletContext getServletContext();

  String getInitParameter(String text);

  Enumeration<String> getInitParameterNames();
}
