package cases.blockingincooperative;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.lockkeeper.annotations.Cooperative;

/** Streams that come from outside: there may be a file or a network behind them. */
@Cooperative
public class RealStreams {

  int readByte(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return in.read(); // want BlockingInCooperative "read"
  }

  String readLine(BufferedReader peer) throws IOException {
    return peer.readLine(); // want BlockingInCooperative "readLine"
  }

  void copy(InputStream from, OutputStream to) throws IOException {
    from.transferTo(to); // want BlockingInCooperative "transferTo"
  }

  void send(Socket socket, int id) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(id); // want BlockingInCooperative "writeInt"
  }

  int key() throws IOException {
    return System.in.read(); // want BlockingInCooperative "read"
  }
}
