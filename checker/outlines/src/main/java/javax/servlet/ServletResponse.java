package javax.servlet;

import java.io.IOException;
import java.io.PrintWriter;

/** Outline of Java EE's {@code ServletResponse}. */
public interface ServletResponse {
  PrintWriter getWriter() throws IOException;

  void setContentType(String text);
}
