package jakarta.servlet;

public abstract class GenericServlet implements Servlet {
  @Override
  public void init(ServletConfig config) {
    init();
  }

  public void init() {}

  @Override
  public void destroy() {}
}
