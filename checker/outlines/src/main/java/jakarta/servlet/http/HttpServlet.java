package jakarta.servlet.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Serializable;

/** Outline of Jakarta Servlet's {@code HttpServlet}. */
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
