package cases.blockingincooperative;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Netty calls handlers and listeners on the event loop. */
public class NettyHandlers {

  static class Login extends ChannelInboundHandlerAdapter {
    private final PreparedStatement query;
    private final ExecutorService pool;

    Login(PreparedStatement query, ExecutorService pool) {
      this.query = query;
      this.pool = pool;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
      ctx.writeAndFlush("hello").sync(); // want BlockingInCooperative "sync"
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      ctx.writeAndFlush(find(message)); // want BlockingInCooperative "find"
    }

    private String find(Object message) throws SQLException {
      query.setString(1, message.toString());
      return query.execute() ? "welcome" : "go away";
    }

    /** On a pool of its own; the answer comes back by a write, which is safe from anywhere. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      pool.execute(
          () -> {
            try {
              ctx.writeAndFlush(find(event));
            } catch (SQLException e) {
              ctx.close();
            }
          });
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      ctx.close().addListener(done -> pool.shutdown());
    }
  }

  static class Proxy extends SimpleChannelInboundHandler<String> {
    private final CompletableFuture<Channel> upstream;

    Proxy(CompletableFuture<Channel> upstream) {
      this.upstream = upstream;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String line) throws Exception {
      upstream.get().writeAndFlush(line); // want BlockingInCooperative "get"
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      upstream.thenAccept(Channel::close);
    }
  }

  /** What is given to the loop runs on the loop. */
  void onLoop(Channel channel, CompletableFuture<String> answer) {
    channel
        .eventLoop()
        .execute(
            () -> {
              channel.writeAndFlush(answer.join()); // want BlockingInCooperative "join"
            });
  }

  void whenWritten(Channel channel) {
    channel
        .writeAndFlush("bye")
        .addListener(
            (ChannelFutureListener)
                future -> {
                  Thread.sleep(200); // want BlockingInCooperative "sleep"
                  future.channel().close();
                });
  }

  /** From an ordinary thread one may wait for the loop. */
  void fromOutside(Channel channel) throws InterruptedException {
    channel.writeAndFlush("hello").sync();
  }
}
