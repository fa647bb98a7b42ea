package javax.servlet;

import java.util.Enumeration;

/** Outline of Java EE's {@code ServletConfig}. */
public interface ServletConfig {
  String getServletName();

  ServletContext getServletContext();

  String getInitParameter(String text);

  Enumeration<String> getInitParameterNames();
}
