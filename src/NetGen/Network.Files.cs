namespace NetGen;

public abstract partial class Network
{
    /// <summary>Writes all parameters and running statistics as a safetensors file, under PyTorch's names and in its layouts.</summary>
    /// <remarks>A weight that layers share is written under each of their names, as PyTorch's state dict has it.</remarks>
    /// <param name="path">
    /// The file; one that exists is replaced once the new one is complete, and keeps its Unix mode. Where a symbolic link is named, the
    /// file that it leads to is written.
    /// </param>
    /// <exception cref="IOException">The file cannot be written; then the old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">
    /// The file, or its folder, may not be written to; then the old one is as it was.
    /// </exception>
    public void Save(string path) => Save(path, new Dictionary<string, string>());

    /// <summary>
    /// Writes all parameters and running statistics as a safetensors file, as <see cref="Save(string)"/> does, and texts of your own: what
    /// a program that predicts needs beside the weights, such as the names of the classes.
    /// </summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete.</param>
    /// <param name="metadata">Texts by name, for the format's <c>__metadata__</c>; <see cref="ReadMetadata"/> reads them.</param>
    /// <exception cref="IOException">The file cannot be written; then the old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">
    /// The file, or its folder, may not be written to; then the old one is as it was.
    /// </exception>
    public void Save(string path, IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(metadata);
        WholeFile.Write(path, stream => SafetensorsWriter.Write(stream, WrittenTensors(), metadata));
    }

    /// <summary>Reads the texts that a safetensors file has beside its tensors.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Texts by name.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read, <see cref="FileNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        IReadOnlyDictionary<string, string>? metadata = null;
        Read(path, (stream, file) => metadata = new SafetensorsReader(stream, file).Metadata);
        return metadata!;
    }

    /// <summary>Writes all parameters and running statistics in the safetensors format, under PyTorch's names and in its layouts.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter.Write(stream, WrittenTensors());
    }

    /// <summary>
    /// Reads all parameters and running statistics from a safetensors file such as <see cref="Save(string)"/> or PyTorch's users write.
    /// F64, F16 and BF16 are converted.
    /// </summary>
    /// <remarks>
    /// Of a weight that layers share, one of the names is enough; where there are several, their values are equal. Names that all begin
    /// with <c>module.</c> or <c>_orig_mod.</c>, as those of PyTorch's wrapped modules do, are taken without that, up to eight times. Masks
    /// and whole numbers that the network does not have (types BOOL, U8 and so on) and empty tensors are passed over. Leading axes of 1 are
    /// ignored, so that a ViT's class token [1, 1, features] loads into a row of features.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, or its tensors are not this network's: the message lists all that are missing, unexpected or mismatched. Then
    /// nothing was changed.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read, <see cref="FileNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Load(string path) => Load(path, new WeightNames());

    /// <summary>
    /// Reads all parameters and running statistics from a safetensors file whose names, or layouts, are not the network's.
    /// </summary>
    /// <remarks>As <see cref="Load(string)"/> with the table's names. Leading axes of 1 are ignored.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="names">What the file calls the network's weights.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, or its tensors are not this network's: the message lists all that are missing, unexpected or mismatched. Then
    /// nothing was changed.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read, <see cref="FileNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Load(string path, WeightNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Read(path, (stream, file) => ParameterLoader.Load(this, stream, file, names));
    }

    /// <summary>Reads all parameters and running statistics in the safetensors format, from a stream's position to its end.</summary>
    /// <param name="stream">Where to read; stays open.</param>
    /// <exception cref="InvalidDataException">
    /// The data is damaged, or its tensors are not this network's: the message lists all that are missing, unexpected or mismatched. Then
    /// nothing was changed.
    /// </exception>
    public void Load(Stream stream) => Load(stream, new WeightNames());

    /// <summary>
    /// Reads all parameters and running statistics in the safetensors format, from a stream's position to its end, where names or layouts
    /// are not the network's.
    /// </summary>
    /// <param name="stream">Where to read; stays open.</param>
    /// <param name="names">What the file calls the network's weights.</param>
    /// <exception cref="InvalidDataException">
    /// The data is damaged, or its tensors are not this network's: the message lists all that are missing, unexpected or mismatched. Then
    /// nothing was changed.
    /// </exception>
    public void Load(Stream stream, WeightNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Read(stream, (source, file) => ParameterLoader.Load(this, source, file, names));
    }

    /// <summary>
    /// Reads what fits from a safetensors file, and leaves all other parameters and running statistics as they are: to begin with the
    /// weights of a network that was trained for something else (PyTorch's <c>load_state_dict(strict=False)</c>, which does not take
    /// other shapes).
    /// </summary>
    /// <remarks>The optimizer of a trainer begins anew by a trainer of its own.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="names">What the file calls the network's weights; by default what the network does.</param>
    /// <returns>What was loaded, and what is missing, unexpected or mismatched.</returns>
    /// <exception cref="InvalidDataException">The file is damaged; then nothing was changed.</exception>
    /// <exception cref="IOException">The file cannot be read, <see cref="FileNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public LoadReport LoadMatching(string path, WeightNames? names = null)
    {
        LoadReport? report = null;
        Read(path, (stream, file) => report = ParameterLoader.LoadMatching(this, stream, file, names ?? new WeightNames()));
        return report!;
    }

    /// <summary>
    /// Reads what fits in the safetensors format, from a stream's position to its end, and leaves all other parameters and running
    /// statistics as they are.
    /// </summary>
    /// <param name="stream">Where to read; stays open.</param>
    /// <param name="names">What the file calls the network's weights; by default what the network does.</param>
    /// <returns>What was loaded, and what is missing, unexpected or mismatched.</returns>
    /// <exception cref="InvalidDataException">The data is damaged; then nothing was changed.</exception>
    public LoadReport LoadMatching(Stream stream, WeightNames? names = null)
    {
        LoadReport? report = null;
        Read(stream, (source, file) => report = ParameterLoader.LoadMatching(this, source, file, names ?? new WeightNames()));
        return report!;
    }

    /// <summary>All tensors that a file has, under all their names.</summary>
    internal WrittenTensor[] WrittenTensors() => [.. parameters.Concat(tied).Concat(statistics).Select(WrittenTensor.Of)];

    private static void Read(string path, Action<Stream, string> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.RequireNoFolder(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        read(stream, path);
    }

    private static void Read(Stream stream, Action<Stream, string> read)
    {
        ArgumentNullException.ThrowIfNull(stream);
        string name = stream is FileStream file ? file.Name : "the stream";
        if (stream.CanSeek)
        {
            read(stream, name);
            return;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        read(copy, name);
    }
}
