using System.Net;
using System.Net.Sockets;

namespace DigitPad.Tests.Serving;

/// <summary>Serves files of some folders on a port of this machine, as any server of static files does.</summary>
internal sealed class PageServer : IDisposable
{
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".html"] = "text/html", [".css"] = "text/css", [".js"] = "text/javascript", [".json"] = "application/json",
        [".svg"] = "image/svg+xml", [".wasm"] = "application/wasm",
    };

    private readonly HttpListener listener = new();
    private readonly string[] folders;

    /// <param name="folders">Where a file is looked for, one after the other.</param>
    public PageServer(params string[] folders)
    {
        this.folders = [.. folders.Select(Path.GetFullPath)];
        Address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where the folders' files are, with a slash at the end.</summary>
    public string Address { get; }

    public void Dispose() => listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using HttpListenerResponse response = context.Response;
        string path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/');
        if (Find(path.Length == 0 ? "index.html" : path) is not { } file)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        byte[] content = await File.ReadAllBytesAsync(file);
        response.ContentLength64 = content.Length;
        try
        {
            await response.OutputStream.WriteAsync(content);
        }
        catch (HttpListenerException)
        {
            // The browser has closed the page.
        }
    }

    private string? Find(string path) => folders.Select(folder => Path.GetFullPath(Path.Combine(folder, path)))
        .FirstOrDefault(file => folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)) && File.Exists(file));
}
