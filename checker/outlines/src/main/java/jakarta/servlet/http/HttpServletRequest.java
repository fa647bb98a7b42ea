package jakarta.servlet.http;

import jakarta.servlet.ServletRequest;

/** Outline of Jakarta Servlet's {@code HttpServletRequest}. */
public interface HttpServletRequest extends ServletRequest {
  String getHeader(String text);

  String getMethod();

  String getPathInfo();

  String getQueryString();

  String getRequestURI();

  HttpSession getSession(boolean flag);

  HttpSession getSession();
}
