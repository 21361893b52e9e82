using System.Security.Cryptography;

namespace NetGen.Tests.Data;

public sealed class MnistDownloadTests : IDisposable
{
    private static readonly byte[] Images = IdxBytes.Images(40);
    private static readonly byte[] Labels = IdxBytes.Labels([.. Enumerable.Range(0, 40).Select(n => (byte)(n % 10))]);
    private static readonly IReadOnlyList<MnistFile> Files =
    [
        Described("train-images-idx3-ubyte", Images), Described("train-labels-idx1-ubyte", Labels),
    ];

    private static readonly Dictionary<string, byte[]> Packed = new()
    {
        ["train-images-idx3-ubyte.gz"] = IdxBytes.Gzip(Images),
        ["train-labels-idx1-ubyte.gz"] = IdxBytes.Gzip(Labels),
    };

    private readonly TemporaryFolder folder = new();
    private readonly ScriptedServer good = ScriptedServer.Giving(Packed);

    private static CancellationToken TestCancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        good.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Fetches_checks_and_shows_how_far_it_is()
    {
        var seen = new List<DownloadProgress>();
        MnistDownload download = From(good);
        Assert.False(download.IsComplete());

        await download.FetchAsync(seen.Add, TestCancelled);

        AssertComplete(download);
        DownloadProgress last = seen.Last(progress => progress.File == "train-images-idx3-ubyte");
        Assert.Equal(Packed["train-images-idx3-ubyte.gz"].Length, last.Bytes);
        Assert.Equal(last.Bytes, last.Total);
        Assert.Equal(40, Mnist.Train(download.Folder).Count);
    }

    [Fact]
    public async Task What_is_there_is_not_fetched_again()
    {
        await From(good).FetchAsync(cancellation: TestCancelled);
        Assert.Equal(2, good.Requests.Count);
        await From(good).FetchAsync(cancellation: TestCancelled);
        Assert.Equal(2, good.Requests.Count);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte", "rubbish")]
    [InlineData("train-images-idx3-ubyte", "cut short")]
    [InlineData("train-images-idx3-ubyte", "one bit")]
    public async Task A_damaged_file_in_the_cache_is_fetched_again(string name, string damage)
    {
        MnistDownload download = From(good);
        await download.FetchAsync(cancellation: TestCancelled);
        string path = Path.Combine(folder.Path, name);
        byte[] content = File.ReadAllBytes(path);
        switch (damage)
        {
            case "rubbish":
                content = [1, 2, 3];
                break;
            case "cut short":
                content = content[..^1];
                break;
            default:
                content[500] ^= 1;
                break;
        }

        File.WriteAllBytes(path, content);
        Assert.False(download.IsComplete());

        await download.FetchAsync(cancellation: TestCancelled);

        AssertComplete(download);
        Assert.Equal(3, good.Requests.Count);
    }

    [Fact]
    public async Task A_damaged_packed_file_in_the_cache_is_fetched_again()
    {
        folder.Write("train-images-idx3-ubyte.gz", Packed["train-images-idx3-ubyte.gz"][..^100]);
        folder.Write("train-labels-idx1-ubyte.gz", Packed["train-labels-idx1-ubyte.gz"]);
        MnistDownload download = From(good);
        Assert.False(download.IsComplete());
        await download.FetchAsync(cancellation: TestCancelled);
        Assert.True(download.IsComplete());
        Assert.Equal(["train-images-idx3-ubyte.gz"], good.Requests);
    }

    [Fact]
    public async Task A_server_that_unpacks_on_the_way_is_good_too()
    {
        using var server = ScriptedServer.Giving(new Dictionary<string, byte[]>
        {
            ["train-images-idx3-ubyte.gz"] = Images,
            ["train-labels-idx1-ubyte.gz"] = Labels,
        });
        MnistDownload download = From(server);
        await download.FetchAsync(cancellation: TestCancelled);
        AssertComplete(download);
    }

    public static TheoryData<string, string> Faults() => new()
    {
        { "answers 404", "the server answered 404 NotFound" },
        { "answers 500", "the server answered 500" },
        { "cuts off midway", "" },
        { "cuts off without a length", "" },
        { "stalls before the header", "sent nothing for 1 s" },
        { "stalls midway", "sent nothing for 1 s" },
        { "drips for ever", "had not come as a whole after 1.5 s" },
        { "sends other bytes", "SHA-256" },
        { "sends damaged gzip", "" },
        { "sends too little", "bytes, unpacked; got " },
        { "sends too much", "more than the expected" },
        { "sends without end", "more than the" },
        { "hangs up", "" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_mirror_leaves_nothing_behind_and_is_named(string fault, string says)
    {
        using var bad = new ScriptedServer((name, stream, cancellation) => MisbehaveAsync(fault, name, stream, cancellation));
        MnistDownload download = From(fault, bad);

        var error = await Assert.ThrowsAsync<MnistDownloadException>(() => download.FetchAsync(cancellation: TestCancelled));

        Assert.Contains("train-images-idx3-ubyte", error.Message);
        Assert.StartsWith(new Uri(bad.Address, "train-images-idx3-ubyte.gz").ToString(), Assert.Single(error.Errors).Message);
        Assert.Contains(says, error.Message);
        Assert.Empty(folder.Files());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_second_mirror_steps_in_for_a_bad_one(string fault, string says)
    {
        Assert.NotNull(says);
        using var bad = new ScriptedServer((name, stream, cancellation) => MisbehaveAsync(fault, name, stream, cancellation));
        MnistDownload download = From(fault, bad, good);

        await download.FetchAsync(cancellation: TestCancelled);

        AssertComplete(download);

        // The client may ask again where a connection ends without an answer, but only for the first file.
        Assert.Equal(["train-images-idx3-ubyte.gz"], bad.Requests.Distinct());
    }

    [Fact]
    public async Task With_no_server_at_all_both_errors_are_kept()
    {
        Uri[] gone;
        using (var first = ScriptedServer.Giving(Packed))
        using (var second = ScriptedServer.Giving(Packed))
            gone = [first.Address, second.Address];
        var download = new MnistDownload(folder.Path, Files) { Mirrors = gone };

        var error = await Assert.ThrowsAsync<MnistDownloadException>(() => download.FetchAsync(cancellation: TestCancelled));

        Assert.Equal(2, error.Errors.Count);
        Assert.All(gone.Zip(error.Errors), pair => Assert.StartsWith(pair.First.ToString(), pair.Second.Message));
        Assert.Empty(folder.Files());
    }

    [Fact]
    public async Task Cancelling_ends_the_download_and_leaves_nothing_behind()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(TestCancelled);
        using var slow = new ScriptedServer(async (_, stream, cancellation) =>
        {
            await ScriptedServer.SendAsync(stream, new byte[10], 1000, cancellation);
            await ScriptedServer.StallAsync(cancellation);
        });
        MnistDownload download = new(folder.Path, Files) { Mirrors = [slow.Address, good.Address] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download.FetchAsync(_ => cancelled.Cancel(), cancelled.Token));

        Assert.Empty(folder.Files());
        Assert.Empty(good.Requests);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_not_blamed_on_the_mirrors()
    {
        string occupied = folder.Write("occupied", [1]);
        var download = new MnistDownload(Path.Combine(occupied, "mnist"), Files) { Mirrors = [good.Address] };
        var error = await Assert.ThrowsAnyAsync<IOException>(() => download.FetchAsync(cancellation: TestCancelled));
        Assert.IsNotType<MnistDownloadException>(error);
        Assert.Equal(["occupied"], folder.Files());
        Assert.Empty(good.Requests);
    }

    [Fact]
    public void Wrong_mirrors_are_refused()
    {
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new MnistDownload("x") { Mirrors = [] }).Message);
        Assert.Contains(
            "slash", Assert.Throws<ArgumentException>(() => new MnistDownload("x") { Mirrors = [new("http://localhost/mnist")] }).Message);
        Assert.Contains(
            "absolute",
            Assert.Throws<ArgumentException>(() => new MnistDownload("x") { Mirrors = [new("mnist/", UriKind.Relative)] }).Message);
    }

    [Fact]
    public void The_default_folder_lies_in_the_users_cache()
    {
        Assert.True(Path.IsPathFullyQualified(MnistDownload.DefaultFolder));
        Assert.EndsWith(Path.Combine("netgen", "mnist"), MnistDownload.DefaultFolder);
    }

    private static MnistFile Described(string name, byte[] content) =>
        new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    private static async Task MisbehaveAsync(
        string fault, string name, System.Net.Sockets.NetworkStream stream, CancellationToken cancellation)
    {
        byte[] content = Packed[name];
        switch (fault)
        {
            case "answers 404":
                await ScriptedServer.SendStatusAsync(stream, "404 Not Found", cancellation);
                break;
            case "answers 500":
                await ScriptedServer.SendStatusAsync(stream, "500 Internal Server Error", cancellation);
                break;
            case "cuts off midway":
                await ScriptedServer.SendAsync(stream, content.AsMemory(0, content.Length / 2), content.Length, cancellation);
                break;
            case "cuts off without a length":
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
                await stream.WriteAsync(content.AsMemory(0, content.Length / 2), cancellation);
                break;
            case "stalls before the header":
                await ScriptedServer.StallAsync(cancellation);
                break;
            case "stalls midway":
                await ScriptedServer.SendAsync(stream, content.AsMemory(0, content.Length / 2), content.Length, cancellation);
                await ScriptedServer.StallAsync(cancellation);
                break;
            case "drips for ever":
                await ScriptedServer.SendAsync(stream, content.AsMemory(0, 1), content.Length, cancellation);
                for (int i = 1; ; i++)
                {
                    await Task.Delay(50, cancellation);
                    await stream.WriteAsync(content.AsMemory(i, 1), cancellation);
                }

            case "sends other bytes":
                byte[] other = [.. Images];
                other[100] ^= 1;
                other = IdxBytes.Gzip(other);
                await ScriptedServer.SendAsync(stream, other, other.Length, cancellation);
                break;
            case "sends damaged gzip":
                byte[] damaged = [.. content];
                damaged.AsSpan(content.Length / 2, 8).Fill(0xFF);
                await ScriptedServer.SendAsync(stream, damaged, damaged.Length, cancellation);
                break;
            case "sends too little":
                byte[] little = IdxBytes.Gzip(Images[..^1]);
                await ScriptedServer.SendAsync(stream, little, little.Length, cancellation);
                break;
            case "sends too much":
                byte[] much = IdxBytes.Gzip([.. Images, 0]);
                await ScriptedServer.SendAsync(stream, much, much.Length, cancellation);
                break;
            case "sends without end":
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
                var part = new byte[1 << 16];
                while (true)
                    await stream.WriteAsync(part, cancellation);
            case "hangs up":
                break;
            default:
                throw new ArgumentException($"unknown fault '{fault}'", nameof(fault));
        }
    }

    private MnistDownload From(params ScriptedServer[] servers) => From("none", servers);

    // Short times only where the fault is about time, so that a busy machine does not fail the others.
    private MnistDownload From(string fault, params ScriptedServer[] servers) => new(folder.Path, Files)
    {
        Mirrors = [.. servers.Select(server => server.Address)],
        StallTimeout = TimeSpan.FromSeconds(fault.StartsWith("stalls", StringComparison.Ordinal) ? 1 : 30),
        FileTimeout = TimeSpan.FromSeconds(fault.StartsWith("drips", StringComparison.Ordinal) ? 1.5 : 60),
    };

    private void AssertComplete(MnistDownload download)
    {
        Assert.True(download.IsComplete());
        Assert.Equal(["train-images-idx3-ubyte", "train-labels-idx1-ubyte"], folder.Files());
        Assert.Equal(Images, File.ReadAllBytes(Path.Combine(folder.Path, "train-images-idx3-ubyte")));
        Assert.Equal(Labels, File.ReadAllBytes(Path.Combine(folder.Path, "train-labels-idx1-ubyte")));
    }
}
