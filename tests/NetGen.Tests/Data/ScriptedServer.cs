using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NetGen.Tests.Data;

/// <summary>
/// A web server on this machine that answers each request as a script says, rightly or wrongly, one request a connection.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> answer;
    private readonly Task serving;

    /// <param name="answer">Writes the whole answer to a request for a file of this name.</param>
    public ScriptedServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/mnist/");
        serving = ServeAsync();
    }

    public Uri Address { get; }

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>A server that gives these files, by name.</summary>
    public static ScriptedServer Giving(IReadOnlyDictionary<string, byte[]> files) =>
        new((name, stream, cancellation) => files.TryGetValue(name, out byte[]? content)
            ? SendAsync(stream, content, content.Length, cancellation)
            : SendStatusAsync(stream, "404 Not Found", cancellation));

    /// <summary>Sends a header that announces a length, and this content.</summary>
    public static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> content, long announced, CancellationToken cancellation)
    {
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {announced}\r\nConnection: close\r\n\r\n"), cancellation);
        await stream.WriteAsync(content, cancellation);
    }

    public static async Task SendStatusAsync(NetworkStream stream, string status, CancellationToken cancellation) =>
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellation);

    /// <summary>Does nothing until the server is stopped.</summary>
    public static async Task StallAsync(CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation);

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        serving.Wait();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client);
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception gone) when (gone is IOException or SocketException)
            {
                // The client went away in the midst of an answer, as it may.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        string? request = await reader.ReadLineAsync(stop.Token);
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync(stop.Token)))
        {
        }

        if (request is null)
            return;
        string name = request.Split(' ')[1].Split('/')[^1];
        Requests.Enqueue(name);
        await answer(name, stream, stop.Token);
        client.Client.Shutdown(SocketShutdown.Send);
    }
}
