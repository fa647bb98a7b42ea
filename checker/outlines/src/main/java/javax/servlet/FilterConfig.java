package javax.servlet;

import java.util.Enumeration;

/** Outline of Java EE's {@code FilterConfig}. */
public interface FilterConfig {
  String getFilterName();

  ServletContext getServletContext();

  String getInitParameter(String text);

  Enumeration<String> getInitParameterNames();
}
