package javax.servlet.http;

import javax.servlet.ServletRequest;

/** Outline of Java EE's {@code HttpServletRequest}. */
public interface HttpServletRequest extends ServletRequest {
  String getHeader(String text);

  String getMethod();

  String getPathInfo();

  String getQueryString();

  String getRequestURI();

  HttpSession getSession(boolean flag);

  HttpSession getSession();
}
