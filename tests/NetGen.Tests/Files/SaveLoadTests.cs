using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Text;
using NetGen.Execution.Tests.Golden;
using NetGen.Tests.Data;

namespace NetGen.Tests.Files;

public class SaveLoadTests
{
    [Fact]
    public void What_is_saved_is_loaded()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "weights.safetensors");
        var saved = new LinearClassifier(seed: 1, withStatistics: true);
        saved.Statistics[0].Values[1] = 0.25f;
        saved.Statistics[2].CountBatch();
        saved.Save(path);
        var loaded = new LinearClassifier(seed: 2, withStatistics: true);
        loaded.Load(path);
        Assert.Equal(saved.Memory.Parameters, loaded.Memory.Parameters);
        Assert.Equal(saved.Memory.Statistics, loaded.Memory.Statistics);
        Assert.Equal(["weights.safetensors"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_independent_reader_finds_PyTorchs_names_shapes_and_types()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "weights.safetensors");
        var network = new LinearClassifier(seed: 1, withStatistics: true);
        network.Statistics[2].CountBatch();
        network.Save(path);
        SafetensorsFile file = SafetensorsFile.Read(path);
        Assert.Equal(["bn.num_batches_tracked", "bn.running_mean", "bn.running_var", "fc.bias", "fc.weight"], file.Names.Order());
        Assert.Equal([3, 5], file["fc.weight"].Shape);
        Assert.Equal(network.Weight.Values[1, 4], file["fc.weight"].Values[9]);
        Assert.Equal([1L], file["bn.num_batches_tracked"].Integers!);
        Assert.Empty(file["bn.num_batches_tracked"].Shape);
        Assert.Equal(0ul, (8 + BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(path))) % 8);
    }

    [Fact]
    public void Streams_of_any_kind_are_read()
    {
        using var bytes = new MemoryStream();
        var saved = new LinearClassifier(seed: 1);
        bytes.WriteByte(99);
        saved.Save(bytes);
        bytes.Position = 1;
        var first = new LinearClassifier(seed: 2);
        first.Load(bytes);
        Assert.Equal(saved.Memory.Parameters, first.Memory.Parameters);

        using var packed = new MemoryStream();
        using (var packing = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            saved.Save(packing);
        packed.Position = 0;
        using var unpacking = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        var second = new LinearClassifier(seed: 3);
        second.Load(unpacking);
        Assert.Equal(saved.Memory.Parameters, second.Memory.Parameters);
    }

    [Fact]
    public void Other_float_types_are_converted()
    {
        byte[] file = SafetensorsBytes.Of(
            """{"fc.weight":{"dtype":"F16","shape":[3,5],"data_offsets":[0,30]},"fc.bias":"""
            + """{"dtype":"F64","shape":[3],"data_offsets":[30,54]}}""", 54);
        Span<byte> data = file.AsSpan(file.Length - 54);
        BinaryPrimitives.WriteHalfLittleEndian(data[2..], (Half)1.5);
        BinaryPrimitives.WriteDoubleLittleEndian(data[46..], -0.1);
        var network = new LinearClassifier();
        network.Load(new MemoryStream(file));
        Assert.Equal(1.5f, network.Weight.Values[0, 1]);
        Assert.Equal(-0.1f, network.Parameters[1].Values[2]);

        file = SafetensorsBytes.Of(
            """{"fc.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,60]},"fc.bias":"""
            + """{"dtype":"BF16","shape":[3],"data_offsets":[60,66]}}""", 66);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), 0xC040);
        network.Load(new MemoryStream(file));
        Assert.Equal(-3f, network.Parameters[1].Values[2]);
    }

    [Fact]
    public void A_number_beyond_all_floats_is_refused()
    {
        byte[] file = SafetensorsBytes.Of(
            """{"fc.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,60]},"fc.bias":"""
            + """{"dtype":"F64","shape":[3],"data_offsets":[60,84]}}""", 84);
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(file.Length - 16), -1e300);
        var network = new LinearClassifier();
        float[] before = network.Memory.Parameters.ToArray();
        string message = Assert.Throws<InvalidDataException>(() => network.Load(new MemoryStream(file))).Message;
        Assert.Contains("tensor 'fc.bias' has the value -1E+300 at 1", message, StringComparison.Ordinal);
        Assert.Equal(before, network.Memory.Parameters.ToArray());
    }

    [Fact]
    public void A_batch_counter_may_be_missing()
    {
        byte[] file = SafetensorsBytes.Of(
            "{" + SafetensorsBytes.Weight + "," + SafetensorsBytes.Bias + ""","bn.running_mean":"""
            + """{"dtype":"F32","shape":[3],"data_offsets":[72,84]},"bn.running_var":{"dtype":"F32","shape":[3],"data_offsets":[84,96]}}""",
            96);
        var network = new LinearClassifier(withStatistics: true);
        network.Statistics[2].CountBatch();
        network.Load(new MemoryStream(file));
        Assert.Equal(0.5f, network.Statistics[1].Values[2]);
        Assert.Equal(0f, network.Statistics[2].Values[0]);
    }

    /// <summary>From 2²⁴ on a float no longer tells one count from the next.</summary>
    [Theory]
    [InlineData(16_777_216)]
    [InlineData(9_007_199_254_740_993)]
    public void A_batch_counter_is_a_whole_number_from_file_to_file(long count)
    {
        var network = new LinearClassifier(withStatistics: true);
        network.Load(new MemoryStream(Counted("I64", BitConverter.GetBytes(count))));
        network.Statistics[2].CountBatch();
        network.Statistics[2].CountBatch();
        using var saved = new MemoryStream();
        network.Save(saved);
        var again = new LinearClassifier(withStatistics: true);
        saved.Position = 0;
        again.Load(saved);
        Assert.Equal(count + 2, again.Statistics[2].Batches);
        Assert.Equal((float)(count + 2), again.Statistics[2].Values[0]);
    }

    [Fact]
    public void What_is_written_to_a_batch_counter_counts()
    {
        var network = new LinearClassifier(withStatistics: true);
        network.Statistics[2].Batches = 16_777_217;
        network.Statistics[2].Values[0] = 5;
        network.Statistics[2].CountBatch();
        Assert.Equal(6, network.Statistics[2].Batches);
    }

    [Theory]
    [InlineData("I64", -1, "-1")]
    [InlineData("F32", -1, "-1")]
    [InlineData("F32", 0.5, "0.5")]
    [InlineData("F32", float.NaN, "NaN")]
    [InlineData("F32", float.PositiveInfinity, "Infinity")]
    public void A_batch_counter_of_another_kind_is_refused(string type, double value, string shown)
    {
        byte[] bytes = type == "I64" ? BitConverter.GetBytes((long)value) : BitConverter.GetBytes((float)value);
        var network = new LinearClassifier(seed: 1, withStatistics: true);
        string message = Refusal(network, Counted(type, bytes));
        Assert.EndsWith(
            $"tensor 'bn.num_batches_tracked' is {shown}; expected a count, a whole number of at least 0.", message,
            StringComparison.Ordinal);
        Assert.Equal(new LinearClassifier(seed: 1, withStatistics: true).Memory.Parameters, network.Memory.Parameters);
    }

    [Fact]
    public void All_faults_are_listed_and_nothing_is_changed()
    {
        byte[] file = SafetensorsBytes.Of(
            """{"fc.weight":{"dtype":"F32","shape":[5,3],"data_offsets":[0,60]},"fc2.bias":"""
            + """{"dtype":"F32","shape":[3],"data_offsets":[60,72]}}""", 72);
        var network = new LinearClassifier(seed: 1);
        string message = Refusal(network, file);
        Assert.Contains("mismatched: 'fc.weight' is [5, 3] in the file and [3, 5] in the network", message);
        Assert.Contains("missing: 'fc.bias' [3]", message);
        Assert.Contains("unexpected: 'fc2.bias' [3]", message);
        Assert.Equal(new LinearClassifier(seed: 1).Memory.Parameters, network.Memory.Parameters);
    }

    [Fact]
    public void Whole_numbers_are_not_weights()
    {
        byte[] file = SafetensorsBytes.Of(
            "{" + SafetensorsBytes.Weight + ""","fc.bias":{"dtype":"I64","shape":[3],"data_offsets":[60,84]}}""", 84);
        Assert.Contains("'fc.bias' holds whole numbers (I64)", Refusal(new LinearClassifier(), file));
    }

    /// <summary>What a state dict holds of a wrapped module: all names begin with the wrapper's.</summary>
    [Theory]
    [InlineData("module.")]
    [InlineData("_orig_mod.")]
    [InlineData("_orig_mod.module.")]
    public void The_names_of_a_wrapped_module_are_taken_without_the_wrapper(string wrapper)
    {
        string header = $"{{{SafetensorsBytes.Weight},{SafetensorsBytes.Bias}}}".Replace("fc.", wrapper + "fc.", StringComparison.Ordinal);
        var network = new LinearClassifier();
        network.Load(new MemoryStream(SafetensorsBytes.Of(header, 72)));
        Assert.Equal(0.5f, network.Weight.Values[2, 4]);
    }

    [Fact]
    public void A_beginning_that_all_names_share_is_said_once()
    {
        string header = $"{{{SafetensorsBytes.Weight},{SafetensorsBytes.Bias}}}".Replace("fc.", "model.net.fc.", StringComparison.Ordinal);
        string message = Refusal(new LinearClassifier(), SafetensorsBytes.Of(header, 72));
        Assert.EndsWith(
            "its names all begin with 'model.net.', and are those of the network but for that: "
                + "new WeightNames(prefix: \"model.net.\") takes it away.",
            message, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", message, StringComparison.Ordinal);
    }

    /// <summary>Masks, positions and empty tensors lie beside the weights in many a state dict.</summary>
    [Theory]
    [InlineData("BOOL", "[2,4]", 8)]
    [InlineData("U8", "[8]", 8)]
    [InlineData("I64", "[1,1]", 8)]
    [InlineData("I32", "[65536,65536,0]", 0)]
    [InlineData("F32", "[65536,65536,0]", 0)]
    public void Tensors_without_numbers_to_learn_are_passed_over(string type, string shape, int bytes)
    {
        string mask = $$"""
            "attention.mask":{"dtype":"{{type}}","shape":{{shape}},"data_offsets":[72,{{72 + bytes}}]}
            """;
        var network = new LinearClassifier();
        network.Load(new MemoryStream(SafetensorsBytes.Of($"{{{SafetensorsBytes.Weight},{SafetensorsBytes.Bias},{mask}}}", 72 + bytes)));
        Assert.Equal(0.5f, network.Weight.Values[2, 4]);
    }

    [Theory]
    [InlineData("BOOL", "'fc.bias' holds whole numbers (BOOL) in the file and floats in the network")]
    [InlineData("F8_E4M3", "'fc.bias' is of the type F8_E4M3 in the file; F32, F64, F16 and BF16 are read")]
    public void Other_types_are_no_weights(string type, string says)
    {
        string bias = $$"""
            "fc.bias":{"dtype":"{{type}}","shape":[3],"data_offsets":[60,63]}
            """;
        Assert.Contains(
            says, Refusal(new LinearClassifier(), SafetensorsBytes.Of($"{{{SafetensorsBytes.Weight},{bias}}}", 63)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and more", "is not a safetensors file: it is a ZIP archive, such as torch.save")]
    [InlineData("<!DOCTYPE html><html></html>", "is not a safetensors file: it is a web page (HTML)")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "a pointer of Git LFS")]
    public void A_file_of_another_format_is_called_by_its_name(string content, string says) =>
        Assert.Contains(says, Refusal(new LinearClassifier(), Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void A_truncated_file_is_refused_at_every_length()
    {
        byte[] whole = SafetensorsBytes.Good();
        new LinearClassifier().Load(new MemoryStream(whole));
        var network = new LinearClassifier(seed: 1);
        for (int length = 0; length < whole.Length; length++)
            Assert.Contains("the stream", Refusal(network, whole[..length]));
        Assert.Contains("1 bytes after its last tensor", Refusal(network, [.. whole, 0]));
        Assert.Equal(new LinearClassifier(seed: 1).Memory.Parameters, network.Memory.Parameters);
    }

    [Theory]
    [InlineData("not json", "not valid JSON")]
    [InlineData("[1]", "expected JSON's StartObject")]
    [InlineData("""{"a":1}""", "tensor 'a': expected JSON's StartObject")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} {}""", "header")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "tensor 'a': expected dtype, shape and two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"color":1}}""", "'color' is unknown")]
    [InlineData("""{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}""", "tensor 'a' has the type 'F33'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "tensor 'a': expected up to 64 whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "tensor 'a': expected up to 64 whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[65536,65536],"data_offsets":[0,4]}}""", "more elements than an array holds")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "tensor 'a' has 4 bytes; 2 elements of F32 take 8")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "tensor 'a' lies at bytes 0 to 8; the file has 4 bytes of data")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "tensor 'a' lies at bytes 4 to 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}""", "tensor 'a' lies at bytes")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[0],"data_offsets":[4,4]}}""",
        "tensor 'a' twice")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}}""",
        "tensor 'b' begins at byte 2 and overlaps 'a'")]
    [InlineData("""{"a":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}}""", "tensor 'a' begins at byte 2 and leaves a gap")]
    [InlineData("""{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", "2 bytes after its last tensor")]
    public void A_broken_header_is_refused(string header, string message) =>
        Assert.Contains(message, Refusal(new LinearClassifier(), SafetensorsBytes.Of(header, 4)));

    [Fact]
    public void A_header_length_out_of_range_is_refused()
    {
        byte[] file = SafetensorsBytes.Good();
        BinaryPrimitives.WriteUInt64LittleEndian(file, 5000);
        Assert.Contains("a header of 5000 bytes", Refusal(new LinearClassifier(), file));
        BinaryPrimitives.WriteUInt64LittleEndian(file, ulong.MaxValue);
        Assert.Contains("hardly a safetensors file", Refusal(new LinearClassifier(), file));
    }

    [Fact]
    public void Messages_name_the_file()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "broken.safetensors");
        File.WriteAllBytes(path, Encoding.ASCII.GetBytes("nothing"));
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => new LinearClassifier().Load(path)).Message);
        Assert.Throws<FileNotFoundException>(() => new LinearClassifier().Load(Path.Combine(folder.Path, "absent")));
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "weights.safetensors");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException("halfway");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Throws<IOException>(() => new LinearClassifier().Save(folder.Path));
        Assert.Throws<DirectoryNotFoundException>(() => new LinearClassifier().Save(Path.Combine(folder.Path, "absent", "weights")));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite)]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_mode(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        using var folder = new TemporaryFolder();
        string path = folder.Write("weights.safetensors", []);
        File.SetUnixFileMode(path, mode);
        new LinearClassifier().Save(path);
        Assert.Equal(mode, File.GetUnixFileMode(path));
        new LinearClassifier().Load(path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_symbolic_link_stays_one(bool leadsToAFile)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets few users make links.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "runs"));
        string target = Path.Combine(folder.Path, "runs", "weights-3");
        if (leadsToAFile)
            File.WriteAllText(target, "old");
        string link = Path.Combine(folder.Path, "latest");
        File.CreateSymbolicLink(link, Path.Combine("runs", "weights-3"));
        new LinearClassifier(seed: 1).Save(link);
        Assert.Equal(Path.Combine("runs", "weights-3"), new FileInfo(link).LinkTarget);
        Assert.Null(new FileInfo(target).LinkTarget);
        var loaded = new LinearClassifier();
        loaded.Load(target);
        Assert.Equal(new LinearClassifier(seed: 1).Memory.Parameters, loaded.Memory.Parameters);
        Assert.Equal(["latest", "runs/weights-3"], folder.Files());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void What_may_not_be_written_to_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "All may be written to.");
        using var folder = new TemporaryFolder();
        string path = folder.Write("weights.safetensors", [1, 2, 3]);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        Assert.Contains(
            path, Assert.Throws<UnauthorizedAccessException>(() => new LinearClassifier().Save(path)).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string message = Assert.Throws<UnauthorizedAccessException>(() => new LinearClassifier().Save(path)).Message;
        Assert.StartsWith($"The folder of '{path}' may not be written to", message, StringComparison.Ordinal);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_folder_is_called_one()
    {
        using var folder = new TemporaryFolder();
        string expected = $"'{folder.Path}' is a folder; expected the name of a file.";
        Assert.Equal(expected, Assert.Throws<IOException>(() => new LinearClassifier().Save(folder.Path)).Message);
        Assert.Equal(expected, Assert.Throws<IOException>(() => new LinearClassifier().Load(folder.Path)).Message);
        Assert.Equal(expected, Assert.Throws<IOException>(() => IdxFile.Read(folder.Path)).Message);
    }

    /// <summary>A file of <see cref="LinearClassifier"/> with statistics and a count of batches.</summary>
    private static byte[] Counted(string type, byte[] count)
    {
        byte[] file = SafetensorsBytes.Of(
            "{" + SafetensorsBytes.Weight + "," + SafetensorsBytes.Bias + ""","bn.running_mean":"""
            + """{"dtype":"F32","shape":[3],"data_offsets":[72,84]},"bn.running_var":{"dtype":"F32","shape":[3],"data_offsets":[84,96]},"""
            + $$"""
            "bn.num_batches_tracked":{"dtype":"{{type}}","shape":[],"data_offsets":[96,{{96 + count.Length}}]}
            """ + "}",
            96 + count.Length);
        count.CopyTo(file, file.Length - count.Length);
        return file;
    }

    private static string Refusal(Network network, byte[] file) =>
        Assert.Throws<InvalidDataException>(() => network.Load(new MemoryStream(file))).Message;
}
