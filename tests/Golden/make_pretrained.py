"""Writes pretrained/*.safetensors beside this file: weights under the names and in the layouts of torchvision, timm and transformers.

Run with PyTorch 1.13, as Debian packages it: python3 make_pretrained.py. The three libraries are not needed: the modules below are plain
torch ones, with their attributes named as the libraries name theirs, so that the state dicts have the same names and shapes; only widths
are small. Names are from torchvision/models/resnet.py and vision_transformer.py, timm/models/vision_transformer.py, and
transformers/models/gpt2/modeling_gpt2.py and llama/modeling_llama.py. Each NAME.safetensors, the weights, stands beside
NAME_pass.safetensors: input and output of a pass in eval mode, computed in float32 with the weights as they are in the file.
"""
import json
import os
import struct

import torch
import torch.nn as nn
import torch.nn.functional as F

TYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64"}


# torchvision's ResNet-18, of 4 channels in place of 64.
class BasicBlock(nn.Module):
    def __init__(self, inplanes, planes, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = None
        if stride != 1 or inplanes != planes:
            self.downsample = nn.Sequential(nn.Conv2d(inplanes, planes, 1, stride, bias=False), nn.BatchNorm2d(planes))

    def forward(self, x):
        out = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(out + (x if self.downsample is None else self.downsample(x)))


class ResNet18(nn.Module):
    def __init__(self, width=4, classes=10):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        for level in range(4):
            planes = width << level
            first = BasicBlock(planes if level == 0 else planes // 2, planes, 1 if level == 0 else 2)
            setattr(self, f"layer{level + 1}", nn.Sequential(first, BasicBlock(planes, planes, 1)))
        self.fc = nn.Linear(8 * width, classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(F.adaptive_avg_pool2d(x, 1), 1))


# torchvision's VisionTransformer.
class EncoderBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(width, heads, batch_first=True)
        self.ln_2 = nn.LayerNorm(width, eps=1e-6)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Dropout(0.0), nn.Linear(4 * width, width), nn.Dropout(0.0))

    def forward(self, x):
        y = self.ln_1(x)
        x = x + self.self_attention(y, y, y, need_weights=False)[0]
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    def __init__(self, steps, layers, width, heads):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.empty(1, steps, width).normal_(std=0.5))
        self.layers = nn.Sequential()
        for layer in range(layers):
            self.layers.add_module(f"encoder_layer_{layer}", EncoderBlock(width, heads))
        self.ln = nn.LayerNorm(width, eps=1e-6)

    def forward(self, x):
        return self.ln(self.layers(x + self.pos_embedding))


class TorchvisionViT(nn.Module):
    def __init__(self, side=16, patch=4, layers=2, width=16, heads=2, classes=10):
        super().__init__()
        self.class_token = nn.Parameter(torch.empty(1, 1, width).normal_(std=0.5))
        self.conv_proj = nn.Conv2d(3, width, patch, patch)
        self.encoder = Encoder((side // patch) ** 2 + 1, layers, width, heads)
        self.heads = nn.Sequential()
        self.heads.add_module("head", nn.Linear(width, classes))

    def forward(self, x):
        x = self.conv_proj(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(x.shape[0], -1, -1), x], 1)
        return self.heads(self.encoder(x)[:, 0])


# timm's VisionTransformer.
class PatchEmbed(nn.Module):
    def __init__(self, patch, width):
        super().__init__()
        self.proj = nn.Conv2d(3, width, patch, patch)


class TimmAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        return self.proj(attention(self.qkv(x), self.heads, None))


class Mlp(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)


class TimmBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1 = nn.LayerNorm(width, eps=1e-6)
        self.attn = TimmAttention(width, heads)
        self.norm2 = nn.LayerNorm(width, eps=1e-6)
        self.mlp = Mlp(width)

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp.fc2(F.gelu(self.mlp.fc1(self.norm2(x))))


class TimmViT(nn.Module):
    def __init__(self, side=16, patch=4, layers=2, width=16, heads=2, classes=10):
        super().__init__()
        self.cls_token = nn.Parameter(torch.empty(1, 1, width).normal_(std=0.5))
        self.pos_embed = nn.Parameter(torch.empty(1, (side // patch) ** 2 + 1, width).normal_(std=0.5))
        self.patch_embed = PatchEmbed(patch, width)
        self.blocks = nn.Sequential(*[TimmBlock(width, heads) for _ in range(layers)])
        self.norm = nn.LayerNorm(width, eps=1e-6)
        self.head = nn.Linear(width, classes)

    def forward(self, x):
        x = self.patch_embed.proj(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls_token.expand(x.shape[0], -1, -1), x], 1) + self.pos_embed
        return self.head(self.norm(self.blocks(x))[:, 0])


# transformers' GPT2LMHeadModel; its Conv1D is x @ weight + bias, with weight [in, out].
class Conv1D(nn.Module):
    def __init__(self, outputs, inputs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs).normal_(std=0.2))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return x @ self.weight + self.bias


class GPT2Attention(nn.Module):
    def __init__(self, width, heads, positions):
        super().__init__()
        self.heads = heads
        self.register_buffer("bias", torch.tril(torch.ones(positions, positions)).view(1, 1, positions, positions))
        self.c_attn = Conv1D(3 * width, width)
        self.c_proj = Conv1D(width, width)

    def forward(self, x):
        return self.c_proj(attention(self.c_attn(x), self.heads, self.bias[:, :, :x.shape[1], :x.shape[1]] == 0))


class GPT2MLP(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.c_fc = Conv1D(4 * width, width)
        self.c_proj = Conv1D(width, 4 * width)

    def forward(self, x):
        x = self.c_fc(x)
        gelu_new = 0.5 * x * (1 + torch.tanh((2 / torch.pi) ** 0.5 * (x + 0.044715 * x ** 3)))
        return self.c_proj(gelu_new)


class GPT2Block(nn.Module):
    def __init__(self, width, heads, positions):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width)
        self.attn = GPT2Attention(width, heads, positions)
        self.ln_2 = nn.LayerNorm(width)
        self.mlp = GPT2MLP(width)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class GPT2Model(nn.Module):
    def __init__(self, words, positions, layers, width, heads):
        super().__init__()
        self.wte = nn.Embedding(words, width)
        self.wpe = nn.Embedding(positions, width)
        self.h = nn.ModuleList([GPT2Block(width, heads, positions) for _ in range(layers)])
        self.ln_f = nn.LayerNorm(width)

    def forward(self, tokens):
        x = self.wte(tokens) + self.wpe(torch.arange(tokens.shape[1]))
        for block in self.h:
            x = block(x)
        return self.ln_f(x)


class GPT2LMHeadModel(nn.Module):
    def __init__(self, words=50, positions=32, layers=2, width=16, heads=2):
        super().__init__()
        self.transformer = GPT2Model(words, positions, layers, width, heads)
        self.lm_head = nn.Linear(width, words, bias=False)
        self.lm_head.weight = self.transformer.wte.weight

    def forward(self, tokens):
        return self.lm_head(self.transformer(tokens))


# transformers' LlamaForCausalLM, with heads of keys and values that neighbouring heads of queries share.
class LlamaRMSNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(width).normal_(1, 0.2))

    def forward(self, x):
        return self.weight * x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6)


class LlamaAttention(nn.Module):
    def __init__(self, width, heads, shared):
        super().__init__()
        self.heads, self.shared, self.head = heads, shared, width // heads
        self.q_proj = nn.Linear(width, width, bias=False)
        self.k_proj = nn.Linear(width, shared * self.head, bias=False)
        self.v_proj = nn.Linear(width, shared * self.head, bias=False)
        self.o_proj = nn.Linear(width, width, bias=False)

    def forward(self, x):
        samples, steps, width = x.shape
        q = rotated(self.q_proj(x).view(samples, steps, self.heads, self.head).transpose(1, 2))
        k = rotated(self.k_proj(x).view(samples, steps, self.shared, self.head).transpose(1, 2))
        v = self.v_proj(x).view(samples, steps, self.shared, self.head).transpose(1, 2)
        k, v = (part.repeat_interleave(self.heads // self.shared, 1) for part in (k, v))
        hidden = torch.ones(steps, steps).tril() == 0
        weights = (q @ k.transpose(2, 3) / self.head ** 0.5).masked_fill(hidden, float("-inf")).softmax(-1)
        return self.o_proj((weights @ v).transpose(1, 2).reshape(samples, steps, width))


class LlamaMLP(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.gate_proj = nn.Linear(width, inner, bias=False)
        self.up_proj = nn.Linear(width, inner, bias=False)
        self.down_proj = nn.Linear(inner, width, bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class LlamaDecoderLayer(nn.Module):
    def __init__(self, width, heads, shared, inner):
        super().__init__()
        self.self_attn = LlamaAttention(width, heads, shared)
        self.mlp = LlamaMLP(width, inner)
        self.input_layernorm = LlamaRMSNorm(width)
        self.post_attention_layernorm = LlamaRMSNorm(width)

    def forward(self, x):
        x = x + self.self_attn(self.input_layernorm(x))
        return x + self.mlp(self.post_attention_layernorm(x))


class LlamaModel(nn.Module):
    def __init__(self, words, layers, width, heads, shared, inner):
        super().__init__()
        self.embed_tokens = nn.Embedding(words, width)
        self.layers = nn.ModuleList([LlamaDecoderLayer(width, heads, shared, inner) for _ in range(layers)])
        self.norm = LlamaRMSNorm(width)

    def forward(self, tokens):
        x = self.embed_tokens(tokens)
        for layer in self.layers:
            x = layer(x)
        return self.norm(x)


class LlamaForCausalLM(nn.Module):
    def __init__(self, words=40, layers=2, width=16, heads=4, shared=2, inner=44):
        super().__init__()
        self.model = LlamaModel(words, layers, width, heads, shared, inner)
        self.lm_head = nn.Linear(width, words, bias=False)

    def forward(self, tokens):
        return self.lm_head(self.model(tokens))


def rotated(heads):
    steps, head = heads.shape[-2:]
    angles = torch.outer(torch.arange(steps).float(), 10000.0 ** (-torch.arange(0, head, 2).float() / head)).repeat(1, 2)
    first, second = heads.chunk(2, -1)
    return heads * angles.cos() + torch.cat([-second, first], -1) * angles.sin()


def attention(qkv, heads, hidden):
    samples, steps, width = qkv.shape
    q, k, v = (part.view(samples, steps, heads, -1).transpose(1, 2) for part in qkv.split(width // 3, 2))
    scores = q @ k.transpose(2, 3) / q.shape[-1] ** 0.5
    if hidden is not None:
        scores = scores.masked_fill(hidden, float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).reshape(samples, steps, width // 3)


def write(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        plain = tensor.detach().contiguous()
        packed = (plain.view(torch.int16) if plain.dtype == torch.bfloat16 else plain).numpy().tobytes()
        header[name] = {
            "dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(packed)]}
        data += packed
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def run(name, seed, model_of, input_of, dtype):
    torch.manual_seed(seed)
    model = model_of().eval()
    for module in model.modules():
        if isinstance(module, (nn.BatchNorm2d, nn.LayerNorm)):
            nn.init.normal_(module.weight, 1, 0.2)
            nn.init.normal_(module.bias, 0, 0.2)
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.2)
            module.running_var.uniform_(0.5, 2)
            module.num_batches_tracked.fill_(7)
        if hasattr(module, "bias") and isinstance(module, (nn.Linear, Conv1D)) and module.bias is not None:
            nn.init.normal_(module.bias, 0, 0.2)
    stored = {key: value.to(dtype) if value.is_floating_point() else value for key, value in model.state_dict().items()}
    model.load_state_dict({key: value.float() if value.is_floating_point() else value for key, value in stored.items()})
    given = input_of()
    with torch.no_grad():
        output = model(given)
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pretrained")
    os.makedirs(folder, exist_ok=True)
    write(os.path.join(folder, f"{name}.safetensors"), stored)
    write(os.path.join(folder, f"{name}_pass.safetensors"), {"input": given, "output": output})


if __name__ == "__main__":
    run("torchvision_resnet18", 1, ResNet18, lambda: torch.randn(3, 3, 32, 32), torch.float16)
    run("torchvision_vit", 2, TorchvisionViT, lambda: torch.randn(3, 3, 16, 16), torch.float32)
    run("timm_vit", 3, TimmViT, lambda: torch.randn(3, 3, 16, 16), torch.bfloat16)
    run("transformers_gpt2", 4, GPT2LMHeadModel, lambda: torch.randint(50, (2, 16)), torch.float32)
    run("transformers_llama", 5, LlamaForCausalLM, lambda: torch.randint(40, (2, 12)), torch.bfloat16)
