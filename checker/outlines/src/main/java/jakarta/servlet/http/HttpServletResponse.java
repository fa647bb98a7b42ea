package jakarta.servlet.http;

import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Outline of Jakarta Servlet's {@code HttpServletResponse}. */
public interface HttpServletResponse extends ServletResponse {
  int SC_OK = 200;

  int SC_NOT_FOUND = 404;

  void sendError(int n, String text) throws IOException;

  void sendError(int n) throws IOException;

  void sendRedirect(String text) throws IOException;

  void setHeader(String text, String text2);

  void setStatus(int n);
}
