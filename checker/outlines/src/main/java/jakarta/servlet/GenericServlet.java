package jakarta.servlet;

import java.io.IOException;
import java.io.Serializable;
import java.util.Enumeration;

/** Outline of Jakarta Servlet's {@code GenericServlet}. */
public abstract class GenericServlet implements Servlet, ServletConfig, Serializable {
  public native void destroy();

  public native String getInitParameter(String text);

  public native Enumeration<String> getInitParameterNames();

  public native ServletContext getServletContext();

  public native void init(ServletConfig servletConfig) throws ServletException;

  public native void init() throws ServletException;

  public abstract void service(ServletRequest servletRequest, ServletResponse servletResponse)
      throws ServletException, IOException;

  public native String getServletName();
}
