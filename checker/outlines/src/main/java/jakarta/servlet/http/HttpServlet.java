package jakarta.servlet.http;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Outline of Jakarta Servlet's {@code HttpServlet}. */
public abstract class HttpServlet extends GenericServlet {
  public HttpServlet() {}

  public native void init(ServletConfig servletConfig) throws ServletException;

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

  public native void service(ServletRequest servletRequest, ServletResponse servletResponse)
      throws ServletException, IOException;
}
