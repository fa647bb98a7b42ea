package javax.servlet.http;

import java.io.IOException;
import java.io.Serializable;
import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;

/** Outline of Java EE's {@code HttpServlet}. */
public abstract class HttpServlet implements Servlet, Serializable {
  public HttpServlet() {}

  protected native void doGet(
      HttpServletRequest httpServletRequest, HttpServletResponse httpServletResponse)
      throws ServletException, IOException;

  protected native void doPost(
      HttpServletRequest httpServletRequest, HttpServletResponse httpServletResponse)
      throws ServletException, IOException;

  protected native void doPut(
      HttpServletRequest httpServletRequest, HttpServletResponse httpServletResponse)
      throws ServletException, IOException;

  protected native void doDelete(
      HttpServletRequest httpServletRequest, HttpServletResponse httpServletResponse)
      throws ServletException, IOException;

  protected native void service(
      HttpServletRequest httpServletRequest, HttpServletResponse httpServletResponse)
      throws ServletException, IOException;

  public native void destroy();

  public native String getInitParameter(String text);

  public native ServletContext getServletContext();

  public native void init() throws ServletException;
}
