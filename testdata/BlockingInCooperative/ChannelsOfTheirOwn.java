package cases.blockingincooperative;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import org.lockkeeper.annotations.Cooperative;

/** Channels that a constructor takes out of blocking mode, and those of a selector. */
public class ChannelsOfTheirOwn {
  private final Selector selector = Selector.open();
  private final ServerSocketChannel server;
  private final ServerSocketChannel given;

  ChannelsOfTheirOwn(int port, ServerSocketChannel given) throws IOException {
    this.given = given;
    server = ServerSocketChannel.open();
    server.configureBlocking(false);
    server.bind(new InetSocketAddress(port));
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Cooperative
  void turn(ByteBuffer buffer) throws IOException {
    selector.selectNow();
    for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
      SelectionKey key = keys.next();
      keys.remove();
      if (key.isAcceptable()) {
        SocketChannel peer = server.accept();
        peer.configureBlocking(false);
      } else {
        ((SocketChannel) key.channel()).read(buffer);
      }
    }
  }

  @Cooperative
  SocketChannel wait(ByteBuffer buffer) throws IOException {
    selector.select(); // want BlockingInCooperative "select"
    return given.accept(); // want BlockingInCooperative "accept"
  }

  static class Session {
    private final SocketChannel peer;

    Session(SocketChannel peer) throws IOException {
      this.peer = peer;
      peer.configureBlocking(false);
    }

    @Cooperative
    int readable(ByteBuffer buffer) throws IOException {
      return peer.read(buffer);
    }
  }

  static class Client {
    private final SocketChannel peer;

    Client(SocketChannel peer) {
      this.peer = peer;
    }

    @Cooperative
    int readable(ByteBuffer buffer) throws IOException {
      return peer.read(buffer); // want BlockingInCooperative "read"
    }
  }
}
