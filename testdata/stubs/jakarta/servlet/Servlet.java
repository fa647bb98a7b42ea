package jakarta.servlet;

public interface Servlet {
  void init(ServletConfig config);

  void service(String request);

  void destroy();
}
