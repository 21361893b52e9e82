using System.Net;
using System.Security.Cryptography;

namespace NetGen;

/// <summary>
/// Fetches single files from web servers into memory, unpacked and checked; each failure is one exception whose message begins with the
/// address.
/// </summary>
internal sealed class MirrorClient : IDisposable
{
    private readonly TimeSpan stallTimeout;
    private readonly TimeSpan fileTimeout;
    private readonly HttpClient client;

    public MirrorClient(TimeSpan connectTimeout, TimeSpan stallTimeout, TimeSpan fileTimeout)
    {
        (this.stallTimeout, this.fileTimeout) = (stallTimeout, fileTimeout);

        // The handler must not unpack by itself: the files are packed, and their length on the way is the one to show.
        var handler = new SocketsHttpHandler { ConnectTimeout = connectTimeout, AutomaticDecompression = DecompressionMethods.None };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => client.Dispose();

    /// <exception cref="HttpRequestException">No connection, or an answer other than success.</exception>
    /// <exception cref="IOException">The connection ended midway.</exception>
    /// <exception cref="TimeoutException">The server was silent, or slow, for too long.</exception>
    /// <exception cref="InvalidDataException">What came is not the file.</exception>
    public async Task<byte[]> FetchAsync(Uri address, MnistFile file, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var stalled = new CancellationTokenSource();
        using var slow = new CancellationTokenSource(fileTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stalled.Token, slow.Token);
        try
        {
            stalled.CancelAfter(stallTimeout);
            using HttpResponseMessage response =
                await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new HttpRequestException($"the server answered {(int)response.StatusCode} {response.StatusCode}");

            long? total = response.Content.Headers.ContentLength;
            await using Stream body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            using var packed = new MemoryStream();
            var part = new byte[1 << 16];
            while (true)
            {
                stalled.CancelAfter(stallTimeout);
                int read = await body.ReadAsync(part, either.Token).ConfigureAwait(false);
                if (read == 0)
                    break;
                packed.Write(part, 0, read);
                if (packed.Length > file.Length + (1 << 16))
                    throw new InvalidDataException($"got more than the {file.Length} bytes of the unpacked file");
                progress?.Invoke(new DownloadProgress(file.Name, packed.Length, total));
            }

            return Unpack(packed, file);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The download of {address} was cancelled.", cancellation);
        }
        catch (OperationCanceledException) when (stalled.IsCancellationRequested || slow.IsCancellationRequested)
        {
            throw new TimeoutException(stalled.IsCancellationRequested
                ? $"{address}: the server sent nothing for {stallTimeout.TotalSeconds} s"
                : $"{address}: the file had not come as a whole after {fileTimeout.TotalSeconds} s");
        }
        catch (OperationCanceledException error)
        {
            // What remains is the handler's own timeout for making the connection.
            throw new TimeoutException($"{address}: the server accepted no connection in time", error);
        }
        catch (HttpRequestException error)
        {
            throw new HttpRequestException($"{address}: {error.Message}", error, error.StatusCode);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{address}: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new IOException($"{address}: {error.Message}", error);
        }
    }

    // Some servers unpack on the way, so what comes may be the plain file; the checksum decides in either case.
    private static byte[] Unpack(MemoryStream packed, MnistFile file)
    {
        packed.Position = 0;
        using Stream content = Gzip.IsPacked(packed) ? Gzip.Unpacked(packed) : packed;
        var unpacked = new byte[file.Length];
        int read = content.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
        if (read < unpacked.Length)
            throw new InvalidDataException($"expected {file.Length} bytes, unpacked; got {read}");
        if (content.ReadByte() != -1)
            throw new InvalidDataException($"got more than the expected {file.Length} bytes, unpacked");
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(unpacked));
        if (sha256 != file.Sha256)
            throw new InvalidDataException($"the content has the SHA-256 checksum {sha256}; expected {file.Sha256}");
        return unpacked;
    }
}
