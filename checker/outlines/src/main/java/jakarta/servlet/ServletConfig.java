package jakarta.servlet;

import java.util.Enumeration;

/** Outline of Jakarta Servlet's {@code ServletConfig}. */
public interface ServletConfig {
  String getServletName();

  ServletContext getServletContext();

  String getInitParameter(String text);

  Enumeration<String> getInitParameterNames();
}
