package cases.unguardedcheckthenact;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;

/** A session is shared by all requests of its user. */
public class SessionAttributes {
  List<?> cart(HttpSession session) {
    if (session.getAttribute("cart") == null) {
      session.setAttribute("cart", new ArrayList<String>()); // want UnguardedCheckThenAct "session"
    }
    return (List<?>) session.getAttribute("cart");
  }

  void visit(HttpSession session) {
    if (session.getAttribute("cart") == null) {
      session.setAttribute("visited", true);
    }
  }

  List<?> cartRight(HttpSession session, Object mutex) {
    synchronized (session) {
      if (session.getAttribute("list") == null) {
        session.setAttribute("list", new ArrayList<String>());
      }
      return (List<?>) session.getAttribute("list");
    }
  }
}
